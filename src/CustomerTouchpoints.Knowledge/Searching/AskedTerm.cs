namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>A stem, or a pair of stems, of a question, and what the index knows of it.</summary>
/// <param name="Term">The term.</param>
/// <param name="IsPair">Whether it is a pair.</param>
/// <param name="Share">1 for the customer's own word; less for one that stands in for it.</param>
/// <param name="Phrases">In how many questions of the language it stands.</param>
/// <param name="Articles">In how many articles' questions it stands.</param>
internal sealed record AskedTerm(string Term, bool IsPair, double Share, long Phrases, long Articles);
