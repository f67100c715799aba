using System.Globalization;

namespace CustomerTouchpoints.Messages.Text;

/// <summary>A colour, and the arithmetic of readable pairs (WCAG contrast).</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public const double ReadableContrast = 4.5;

    public static readonly Rgb White = new(255, 255, 255);

    public static readonly Rgb Ink = new(0x1c, 0x1e, 0x21);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Rgb Parse(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    /// <summary>White or ink: whichever reads better on this colour.</summary>
    public Rgb TextOn() => Contrast(White) >= Contrast(Ink) ? White : Ink;

    /// <summary>This colour, moved towards another until it can be read on a ground.</summary>
    public Rgb ReadableOn(Rgb ground, Rgb towards, double contrast = ReadableContrast)
    {
        Rgb color = this;
        for (int step = 1; step <= 20 && color.Contrast(ground) < contrast; step++)
        {
            color = Mix(towards, step / 20.0);
        }

        return color;
    }

    /// <summary>A mix: 0 is this colour, 1 the other.</summary>
    public Rgb Mix(Rgb other, double share) =>
        new(Blend(Red, other.Red, share), Blend(Green, other.Green, share), Blend(Blue, other.Blue, share));

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Contrast(Rgb other)
    {
        (double light, double dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    private static byte Part(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte Blend(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
