using CustomerTouchpoints.Knowledge.Indexing;

namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>The host's words that mean the same, as stems.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, List<string[][]>> groups = new(StringComparer.Ordinal);

    public Synonyms(IEnumerable<SynonymGroup> given, Words words)
    {
        foreach (SynonymGroup group in given)
        {
            string[][] stems =
            [
                .. group
                    .Words.Select(each => words.Of(each, group.Language).Select(word => word.Stem).ToArray())
                    .Where(each => each.Length > 0),
            ];
            if (!groups.TryGetValue(group.Language, out List<string[][]>? known))
            {
                groups[group.Language] = known = [];
            }

            known.Add(stems);
        }
    }

    /// <summary>Stems that could stand in a question beside its own.</summary>
    public IEnumerable<string> Of(IReadOnlyList<string> question, string language)
    {
        foreach (string[][] group in groups.GetValueOrDefault(language, []))
        {
            if (group.Any(each => Has(question, each)))
            {
                foreach (string stem in group.SelectMany(each => each).Except(question, StringComparer.Ordinal))
                {
                    yield return stem;
                }
            }
        }
    }

    private static bool Has(IReadOnlyList<string> question, string[] stems)
    {
        for (int i = 0; i + stems.Length <= question.Count; i++)
        {
            if (question.Skip(i).Take(stems.Length).SequenceEqual(stems, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
