namespace CustomerTouchpoints.Email.Mailboxes;

/// <summary>Which folders a folder of mails has, and how files are called in them.</summary>
/// <param name="Incoming">Where mail arrives.</param>
/// <param name="Done">Where mail lies that was taken in.</param>
/// <param name="Aside">Where mail lies that a person has to look at.</param>
/// <param name="Reasons">Where it is said why.</param>
/// <param name="Pattern">Which files are mails.</param>
/// <param name="DoneMark">What is added to the name of one that was taken in.</param>
/// <param name="AsideMark">What is added to the name of one that was set aside.</param>
internal sealed record FolderLayout(
    string Incoming,
    string Done,
    string Aside,
    string Reasons,
    string Pattern,
    string DoneMark,
    string AsideMark
)
{
    /// <summary>
    /// A maildir: mail arrives in <c>new</c>; what was taken in is read mail in <c>cur</c>; the rest is a folder of its own.
    /// </summary>
    public static FolderLayout Maildir(string path) =>
        new(
            Path.Combine(path, "new"),
            Path.Combine(path, "cur"),
            Path.Combine(path, ".Aside", "cur"),
            Path.Combine(path, ".Aside", "reasons"),
            "*",
            ":2,S",
            ":2,F"
        );

    /// <summary>A folder of <c>.eml</c> files, with <c>done</c> and <c>aside</c> in it.</summary>
    public static FolderLayout Files(string path) =>
        new(path, Path.Combine(path, "done"), Path.Combine(path, "aside"), Path.Combine(path, "aside"), "*.eml", "", "");
}
