namespace CustomerTouchpoints.Knowledge.Searching;

/// <summary>What the index knows of an article that may be the answer.</summary>
/// <param name="Questions">How many questions and variants it has.</param>
/// <param name="Terms">In how many of them each term of the question stands.</param>
internal sealed record CandidateArticle(int Questions, IReadOnlyDictionary<string, int> Terms);
