using System.Text.Json;
using System.Text.Json.Serialization;
using UserImport.Columns;

namespace UserImport.Changes;

/// <summary>Writes a user into a line and reads them back, field by field; nothing else may stand there, and nothing twice.</summary>
internal sealed class UserLineConverter : JsonConverter<UserLine>
{
    private const string Custom = "custom";
    private const string Locked = "locked";
    private const string Version = "version";

    private static readonly Dictionary<string, UserField> BySubject =
        UserFields.All.Where(field => field is not WishField).ToDictionary(field => field.Column.Subject, StringComparer.Ordinal);

    public override void Write(Utf8JsonWriter writer, UserLine value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (subject, field) in BySubject)
            if (value.Values[field.Column] is { } some) Write(writer, subject, some, field.ValueType);
        if (value.Custom is { } custom) Write(writer, Custom, custom, typeof(IReadOnlyDictionary<string, string>));
        if (value.Locked is { } locked) writer.WriteString(Locked, locked);
        if (value.Version is { } version) writer.WriteString(Version, version);
        writer.WriteEndObject();
    }

    public override UserLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var (line, seen) = (new UserLine(), new HashSet<string>(StringComparer.Ordinal));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name) || !reader.Read()) throw new JsonException();
            Read(ref reader, name, line);
        }
        return line;
    }

    private static void Write(Utf8JsonWriter writer, string name, object value, Type type)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, DocumentContext.Default.GetTypeInfo(type)!);
    }

    private static void Read(ref Utf8JsonReader reader, string name, UserLine line)
    {
        if (BySubject.TryGetValue(name, out var field)) line.Values[field.Column] = Read(ref reader, field.ValueType);
        else if (name == Custom) line.Custom = (IReadOnlyDictionary<string, string>?)Read(ref reader, typeof(IReadOnlyDictionary<string, string>));
        else if (name == Locked) line.Locked = (string?)Read(ref reader, typeof(string));
        else if (name == Version) line.Version = (string?)Read(ref reader, typeof(string));
        else throw new JsonException();
    }

    // What is null is not said.
    private static object? Read(ref Utf8JsonReader reader, Type type)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        var value = JsonSerializer.Deserialize(ref reader, DocumentContext.Default.GetTypeInfo(type)!);
        var holdsNull = value switch
        {
            IReadOnlyList<string> names => names.Contains(null!),
            IReadOnlyList<UserReference> people => people.Contains(null!),
            IReadOnlyDictionary<string, string> texts => texts.Values.Contains(null!),
            _ => false,
        };
        return holdsNull ? throw DocumentForm.Damaged("a list of a user has a gap") : value;
    }
}
