using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ShopWeb;

/// <summary>The folder in which a shop keeps all that it knows.</summary>
internal sealed class ShopFolder
{
    public ShopFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        IsNew = !File.Exists(In("touchpoints.db"));
        Directory.CreateDirectory(Mail);
        Directory.CreateDirectory(Sms);
        Directory.CreateDirectory(Copies);
    }

    public string Path { get; }

    /// <summary>Whether there was no shop in it.</summary>
    public bool IsNew { get; }

    public string Mail => In("mail");

    public string Sms => In("sms");

    /// <summary>Mails as they left, by the id of their touchpoint: for the dashboard.</summary>
    public string Copies => In("copies");

    public string Touchpoints => Connection("touchpoints.db");

    public string Orders => Connection("shop.db");

    /// <summary>The key that signs the links of messages: made once, and kept beside what it protects, as only a sample does.</summary>
    public string LinkKey()
    {
        string file = In("links.key");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(file);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private string Connection(string name) => new SqliteConnectionStringBuilder { DataSource = In(name) }.ConnectionString;
}
