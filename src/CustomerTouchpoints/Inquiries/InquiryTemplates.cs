using System.Reflection;
using CustomerTouchpoints.Messages.Templates;

namespace CustomerTouchpoints.Inquiries;

/// <summary>The messages that come with the desk, as they lie in the assembly.</summary>
internal static class InquiryTemplates
{
    private const string Folder = "Inquiries/";

    public static void AddTo(IList<BuiltInTemplate> templates)
    {
        Assembly assembly = typeof(InquiryTemplates).Assembly;
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            templates.Add(new BuiltInTemplate(name[Folder.Length..], reader.ReadToEnd()));
        }
    }
}
