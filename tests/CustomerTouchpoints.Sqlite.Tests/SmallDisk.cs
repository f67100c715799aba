using System.Diagnostics;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>A real file system of a few megabytes that a test can fill up. It takes the right to mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Ballast = "ballast";

    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    public string Path => path;

    /// <summary>Mounts one; ends the test as skipped, which the sum of all tests shows, where that is not allowed.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        string path = Directory.CreateTempSubdirectory("touchpoints-disk-").FullName;
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Assert.Ignore(
                "A disk that is really full needs Linux and the right to mount a tmpfs: run the tests as root. UnavailableTests fill up "
                    + "a database by its limit of pages everywhere."
            );
        }

        return new SmallDisk(path);
    }

    /// <summary>Takes all the room that is left, to the last byte.</summary>
    public void Fill()
    {
        using FileStream ballast = new(
            System.IO.Path.Combine(path, Ballast),
            FileMode.Append,
            FileAccess.Write,
            FileShare.Read,
            bufferSize: 0
        );
        foreach (int size in (int[])[65536, 4096, 1])
        {
            try
            {
                byte[] block = new byte[size];
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                // It is full for blocks of this size.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(System.IO.Path.Combine(path, Ballast));

    /// <summary>Mounts it anew while nothing on it is open: "ro" or "rw".</summary>
    public void Remount(string how) => Assert.That(Run("mount", "-o", $"remount,{how}", path), Is.Zero);

    public void Dispose()
    {
        Assert.That(Run("umount", path), Is.Zero, "Something on the disk is still open.");
        Directory.Delete(path);
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
