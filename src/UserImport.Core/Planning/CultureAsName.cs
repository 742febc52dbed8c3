using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserImport.Planning;

/// <summary>A culture as its name, for hosts that answer a request with a check; as an object it would have no end.</summary>
internal sealed class CultureAsName : JsonConverter<CultureInfo>
{
    public override CultureInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CultureInfo.GetCultureInfo(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, CultureInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
