using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Sqlite;

/// <summary>
/// The lock that makes one process the owner of a file: held on a small file beside it, and given back by the operating system when the
/// process ends, however it ends. The small file itself stays: removing it could hand out the lock twice.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream held;

    private OwnerLock(FileStream held) => this.held = held;

    /// <exception cref="StoreUnavailableException">Another owner holds the lock, or the lock's file can't be made.</exception>
    public static async ValueTask<OwnerLock> TakeAsync(
        string file,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        string path = file + "-owner";
        long start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new OwnerLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (DirectoryNotFoundException cause)
            {
                throw new StoreUnavailableException($"The folder of {file} does not exist. Create it, or name another file.", cause);
            }
            catch (UnauthorizedAccessException cause)
            {
                throw new StoreUnavailableException(
                    $"This process may not write {path}. Give it the right to write in that folder.",
                    cause
                );
            }
            catch (IOException cause) when (StoreFaults.IsFull(cause))
            {
                throw new StoreUnavailableException($"There is no room left for {path}. Free some on its disk, and start again.", cause);
            }
            catch (IOException cause) when (!StoreFaults.IsHeld(cause))
            {
                throw new StoreUnavailableException(
                    $"{path} can't be opened for writing: {cause.Message} Mount its folder so that it can be written, or name a file "
                        + "elsewhere; the store keeps a few small files beside its own.",
                    cause
                );
            }
            catch (IOException cause) when (time.GetElapsedTime(start) >= timeout)
            {
                throw new StoreUnavailableException(
                    $"{file} is owned by another process: it still held {path} after {timeout.TotalSeconds:0.#} s. Stop the other "
                        + "process, or give this one a file of its own.",
                    cause
                );
            }
            catch (IOException)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The lock's own file, where an owner notes how it leaves the store.</summary>
    public FileStream Mark => held;

    public void Dispose() => held.Dispose();
}
