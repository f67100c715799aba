namespace CustomerTouchpoints.Knowledge.Meaning;

/// <summary>
/// Turns a sentence into a vector, so that sentences that mean the same lie close together. <c>UseMiniLm</c> of the package
/// <c>CustomerTouchpoints.Knowledge.Semantic</c> brings one; a host may bring its own.
/// </summary>
/// <remarks>It is called concurrently by many threads.</remarks>
public interface ISentenceEncoder
{
    /// <summary>The model's name and version. Vectors are stored under it: another name has all sentences encoded again.</summary>
    string Model { get; }

    /// <summary>Encodes a sentence.</summary>
    /// <param name="sentence">The sentence, in any language that the model knows.</param>
    /// <returns>A vector of length 1; of the same number of dimensions for every sentence.</returns>
    float[] Encode(string sentence);
}
