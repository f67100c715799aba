using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;

namespace SupportDesk.Reading;

/// <summary>Reads a desk's log: CSV as RFC 4180 has it, and as exports write it.</summary>
internal static class LogReader
{
    private static readonly string[] Asked = ["case", "activity", "time"];

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null, // A quote in the middle of a text is a quote.
        HasHeaderRecord = false,
        IgnoreBlankLines = false, // They are counted, so that lines have the numbers that an editor shows.
        TrimOptions = TrimOptions.Trim,
    };

    /// <summary>All rows, in the order of the file. A first row that has a time where the time belongs is a row, and no header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The names of the three columns as a CSV record; null takes the first three.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <exception cref="InputException">The file, a column or a row can't be read.</exception>
    public static IReadOnlyList<LogRow> Read(string file, string? columns, DateTimeZone zone)
    {
        try
        {
            using var reader = new StreamReader(file);
            return Read(reader, Path.GetFileName(file), columns, zone);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The log can't be read: {fault.Message}");
        }
    }

    private static List<LogRow> Read(TextReader reader, string name, string? columns, DateTimeZone zone)
    {
        using var parser = new CsvParser(reader, Format);
        var rows = new List<LogRow>();
        Columns? at = null;
        int read = 0;
        while (parser.Read())
        {
            int line = read + 1;
            read = parser.RawRow;
            if (parser.Count == 0 || (parser.Count == 1 && parser[0].Length == 0))
            {
                continue;
            }

            if (at is null)
            {
                at = Columns.Find(parser.Record!, columns is null ? null : NamesOf(columns), $"{name}, line {line}");
                if (columns is not null || LogTime.TryRead(parser[at.Time], zone) is null)
                {
                    continue;
                }
            }

            if (EndsInQuotes(parser.RawRecord))
            {
                throw new InputException(
                    $"{name}, line {line}: a quote that is opened there is not closed. Close it, or double it where it is meant as a quote."
                );
            }

            rows.Add(RowOf(parser, at, $"{name}, line {line}", line, zone));
        }

        return at is null ? throw new InputException($"{name}: it is empty. Give it a header, {string.Join(',', Asked)}, and rows.") : rows;
    }

    private static LogRow RowOf(CsvParser parser, Columns at, string place, int line, DateTimeZone zone)
    {
        if (parser.Count <= at.Last)
        {
            throw new InputException(
                $"{place}: it has {parser.Count} of the columns that are needed, {at.Last + 1}. Complete it, or remove it."
            );
        }

        string time = parser[at.Time];
        return new LogRow(
            line,
            parser[at.Case] is { Length: > 0 } found
                ? found
                : throw new InputException($"{place}, column {at.Describe(at.Case)}: it is empty. Name the case."),
            parser[at.Activity],
            LogTime.TryRead(time, zone)
                ?? throw new InputException($"{place}, column {at.Describe(at.Time)}: \"{Shown(time)}\" is no time: {LogTime.Remedy}.")
        );
    }

    /// <summary>
    /// Whether a record ends inside of a quoted field: such a quote takes in the rest of the file, silently if nobody looks.
    /// </summary>
    private static bool EndsInQuotes(string record)
    {
        bool isQuoted = false;
        bool isStart = true;
        foreach (char c in record)
        {
            isQuoted ^= c == '"' && (isQuoted || isStart);
            isStart = !isQuoted && (c is ',' or '"' || (isStart && c is ' '));
        }

        return isQuoted;
    }

    private static string[] NamesOf(string columns)
    {
        using var parser = new CsvParser(new StringReader(columns), Format);
        return parser.Read() && parser.Count == Asked.Length
            ? [.. parser.Record!]
            : throw new InputException(
                $"--columns \"{columns}\" are not three names: write them like case,activity,time, in quotes where a name has a comma."
            );
    }

    private static string Shown(string value) => value.Length > 60 ? $"{value[..60]}…" : value;

    /// <summary>Where the three columns are, from 0.</summary>
    private sealed record Columns(string[] Header, int Case, int Activity, int Time)
    {
        public int Last => Math.Max(Math.Max(Case, Activity), Time);

        public string Describe(int column) => string.Create(CultureInfo.InvariantCulture, $"{column + 1} ({Header[column]})");

        public static Columns Find(string[] header, string[]? names, string place)
        {
            if (names is not null)
            {
                return new Columns(
                    header,
                    IndexOf(header, names[0], place),
                    IndexOf(header, names[1], place),
                    IndexOf(header, names[2], place)
                );
            }

            return header.Length >= Asked.Length
                ? new Columns(header, 0, 1, 2)
                : throw new InputException(
                    $"{place}: the header has {header.Length} columns, separated by commas; {string.Join(", ", Asked)} are needed. Name "
                        + "them with --columns where they are not the first three."
                );
        }

        private static int IndexOf(string[] header, string name, string place)
        {
            int[] found = [.. Enumerable.Range(0, header.Length).Where(column => header[column] == name)];
            return found.Length == 1
                ? found[0]
                : throw new InputException(
                    $"{place}: {(found.Length == 0 ? "no column" : "more than one column")} is called \"{name}\"; there are "
                        + $"{string.Join(", ", header.Select(column => $"\"{column}\""))}. Name one of them with --columns."
                );
        }
    }
}
