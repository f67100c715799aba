namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What a case demands.</summary>
internal static class TouchpointStoreContractCheck
{
    public static void That(bool holds, string violation)
    {
        if (!holds)
        {
            throw new ContractViolationException(violation);
        }
    }

    public static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what} should be {expected}, but is {actual}.");

    public static void SameOrder<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        T[] wanted = [.. expected];
        T[] found = [.. actual];
        That(wanted.SequenceEqual(found), $"{what} should be [{string.Join("; ", wanted)}], but is [{string.Join("; ", found)}].");
    }

    /// <summary>The action must fail in this way.</summary>
    public static async Task FailsAsync<TException>(Func<Task> action, string what)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other)
        {
            throw new ContractViolationException(
                $"{what} should fail with {typeof(TException).Name}, but failed with {other.GetType().Name}.",
                other
            );
        }

        throw new ContractViolationException($"{what} should fail with {typeof(TException).Name}, but was accepted.");
    }
}
