namespace CustomerTouchpoints.Knowledge.Indexing;

/// <summary>The texts of one article, turned round: for each term, where it stands.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class ArticlePostings
{
    private readonly Dictionary<string, (int Phrase, int Count)[]> words;
    private readonly Dictionary<string, int> pairs = new(StringComparer.Ordinal);

    public ArticlePostings(IReadOnlyList<(PhraseKind Kind, string Text, string Stems)> phrases)
    {
        var found = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        Lengths = new int[phrases.Count];
        Kinds = [.. phrases.Select(phrase => phrase.Kind)];
        Spellings = [.. phrases.Select(phrase => phrase.Kind == PhraseKind.Question ? Spelling.Of(phrase.Text) : [])];
        for (int i = 0; i < phrases.Count; i++)
        {
            string[] stems = phrases[i].Stems.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Lengths[i] = stems.Length;
            foreach ((string stem, int count) in stems.CountBy(stem => stem, StringComparer.Ordinal))
            {
                if (!found.TryGetValue(stem, out List<(int, int)>? postings))
                {
                    found[stem] = postings = [];
                }

                postings.Add((i, count));
            }

            if (phrases[i].Kind == PhraseKind.Question)
            {
                Questions++;
                foreach (string pair in Words.Pairs(stems).Distinct(StringComparer.Ordinal))
                {
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
                }
            }
        }

        words = found.ToDictionary(term => term.Key, term => term.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>How many of the texts are questions.</summary>
    public int Questions { get; }

    /// <summary>What each text is.</summary>
    public PhraseKind[] Kinds { get; }

    /// <summary>How many words each text has.</summary>
    public int[] Lengths { get; }

    /// <summary>How each question is spelt; nothing for answers.</summary>
    public ushort[][] Spellings { get; }

    /// <summary>In which texts a stem stands, and how often.</summary>
    public ReadOnlySpan<(int Phrase, int Count)> Of(string stem) => words.GetValueOrDefault(stem);

    /// <summary>In how many questions a stem or a pair stands.</summary>
    public int QuestionsWith(string term)
    {
        if (term.Contains(' ', StringComparison.Ordinal))
        {
            return pairs.GetValueOrDefault(term);
        }

        int questions = 0;
        foreach ((int phrase, _) in Of(term))
        {
            questions += Kinds[phrase] == PhraseKind.Question ? 1 : 0;
        }

        return questions;
    }
}
