namespace CustomerTouchpoints.Feedback;

/// <summary>A share with its denominator, and how sure it is.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
/// <remarks>An immutable value; safe to share between threads.</remarks>
public readonly record struct Share(int Count, int Of)
{
    /// <summary>The quantile of the normal distribution that leaves 2.5 % on each side.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The share, from 0 to 1; null of none.</summary>
    public double? Value => Of == 0 ? null : (double)Count / Of;

    /// <summary>The lower end of Wilson's interval at 95 %; 0 of none.</summary>
    public double Lower => Of == 0 ? 0 : Math.Max(0, Middle - Half);

    /// <summary>The upper end of Wilson's interval at 95 %; 1 of none.</summary>
    public double Upper => Of == 0 ? 1 : Math.Min(1, Middle + Half);

    private double Middle => (Count + (Z * Z / 2)) / (Of + (Z * Z));

    private double Half => Z * Math.Sqrt(((double)Count * (Of - Count) / Of) + (Z * Z / 4)) / (Of + (Z * Z));
}
