namespace UserImport.Spreadsheets.Utf8;

/// <summary>How a step of the tokenizer ended.</summary>
internal enum Step
{
    /// <summary>It took what it came for.</summary>
    Done,

    /// <summary>The window ends before it: get more bytes and try again.</summary>
    More,

    /// <summary>It is not sure, or sure that something is wrong: the XmlReader decides.</summary>
    Unsure,
}
