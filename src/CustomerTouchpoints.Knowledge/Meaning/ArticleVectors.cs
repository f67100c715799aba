using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerTouchpoints.Knowledge.Meaning;

/// <summary>What the questions of one article mean, one vector behind the other.</summary>
/// <param name="Language">The article's language.</param>
/// <param name="Dimensions">How long each vector is.</param>
/// <param name="Numbers">All vectors.</param>
internal sealed record ArticleVectors(string Language, int Dimensions, float[] Numbers)
{
    /// <summary>How many of an article's nearest questions are averaged.</summary>
    private const int Nearest = 3;

    /// <summary>The mean cosine of the nearest questions.</summary>
    public double Nearness(ReadOnlySpan<float> question)
    {
        Span<float> best = stackalloc float[Nearest];
        best.Fill(float.NegativeInfinity);
        for (int start = 0; start < Numbers.Length; start += Dimensions)
        {
            float cosine = Cosine(question, Numbers.AsSpan(start, Dimensions));
            for (int i = 0; i < Nearest; i++)
            {
                if (cosine > best[i])
                {
                    (best[i], cosine) = (cosine, best[i]);
                }
            }
        }

        int count = Math.Min(Nearest, Numbers.Length / Dimensions);
        double sum = 0;
        foreach (float cosine in best[..count])
        {
            sum += cosine;
        }

        return sum / count;
    }

    /// <summary>Of vectors of length 1 it is their product.</summary>
    private static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(one);
        ReadOnlySpan<Vector<float>> otherWide = MemoryMarshal.Cast<float, Vector<float>>(other);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < wide.Length; i++)
        {
            sums += wide[i] * otherWide[i];
        }

        float product = Vector.Sum(sums);
        for (int i = wide.Length * Vector<float>.Count; i < one.Length; i++)
        {
            product += one[i] * other[i];
        }

        return product;
    }
}
