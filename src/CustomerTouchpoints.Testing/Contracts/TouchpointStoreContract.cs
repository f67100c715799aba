namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>What every <see cref="Storage.ITouchpointStore"/> promises, as cases for any test framework.</summary>
/// <remarks>
/// With NUnit: <c>[TestCaseSource(nameof(Cases))] public Task Keeps_its_promises(ContractCase promise) => promise.RunAsync();</c>.
/// The cases are independent of each other and may run in parallel.
/// </remarks>
public static class TouchpointStoreContract
{
    /// <summary>All promises of the contract.</summary>
    /// <param name="createLocation">Makes a fresh, empty place for data; called once per case.</param>
    public static IReadOnlyList<ContractCase> Cases(Func<TouchpointStoreContractLocation> createLocation)
    {
        ArgumentNullException.ThrowIfNull(createLocation);
        (string Name, Func<TouchpointStoreContractSubject, Task> Check)[] promises =
        [
            .. TouchpointStoreContractRoundTrips.Promises,
            .. TouchpointStoreContractBatches.Promises,
            .. TouchpointStoreContractRefusals.Promises,
            .. TouchpointStoreContractDue.Promises,
            .. TouchpointStoreContractTerms.Promises,
            .. TouchpointStoreContractReaders.Promises,
            .. TouchpointStoreContractClocks.Promises,
            .. TouchpointStoreContractPromises.Promises,
            .. TouchpointStoreContractSwitches.Promises,
            .. TouchpointStoreContractRates.Promises,
            .. TouchpointStoreContractVersions.Promises,
            .. TouchpointStoreContractCustomers.Promises,
            .. TouchpointStoreContractIdentity.Promises,
            .. TouchpointStoreContractCustomerTouchpoints.Promises,
            .. TouchpointStoreContractDueTouchpoints.Promises,
            .. TouchpointStoreContractReferences.Promises,
            .. TouchpointStoreContractReceipts.Promises,
            .. TouchpointStoreContractSuppressions.Promises,
            .. TouchpointStoreContractInbox.Promises,
            .. TouchpointStoreContractShelved.Promises,
            .. TouchpointStoreContractReading.Promises,
        ];
        return [.. promises.Select(promise => new ContractCase(promise.Name, () => RunAsync(createLocation, promise.Check)))];
    }

    /// <summary>
    /// The promises of a store that takes facts from hosts' own transactions (<see cref="Storage.ITouchpointStore.EnlistAsync"/>).
    /// </summary>
    /// <param name="createLocation">Makes a fresh, empty place for data, with a host's connection to it; called once per case.</param>
    /// <param name="writersAtOnce">Whether the database lets two transactions write at once.</param>
    public static IReadOnlyList<ContractCase> IntakeCases(Func<TouchpointStoreContractLocation> createLocation, bool writersAtOnce)
    {
        ArgumentNullException.ThrowIfNull(createLocation);
        IEnumerable<(string Name, Func<TouchpointStoreContractSubject, Task> Check)> promises =
        [
            .. TouchpointStoreContractIntake.Promises,
            .. TouchpointStoreContractIdentity.OfIntake,
        ];
        return
        [
            .. (writersAtOnce ? promises.Append(TouchpointStoreContractIntake.OutOfOrder) : promises).Select(promise => new ContractCase(
                promise.Name,
                () => RunAsync(createLocation, promise.Check)
            )),
        ];
    }

    /// <summary>The promises of a store that deletes what is finished.</summary>
    /// <param name="createLocation">Makes a fresh, empty place for data; called once per case.</param>
    /// <param name="prune">Deletes everything that is finished by now, however short ago, from an open store.</param>
    public static IReadOnlyList<ContractCase> RetentionCases(
        Func<TouchpointStoreContractLocation> createLocation,
        Func<Storage.ITouchpointStore, CancellationToken, Task> prune
    )
    {
        ArgumentNullException.ThrowIfNull(createLocation);
        ArgumentNullException.ThrowIfNull(prune);
        return
        [
            .. TouchpointStoreContractRetention.Promises.Select(promise => new ContractCase(
                promise.Name,
                () => RunAsync(createLocation, subject => promise.Check(subject, () => prune(subject.Store, CancellationToken.None)))
            )),
        ];
    }

    /// <summary>The promises of a store that hosts share: of each place, two stores are open at once.</summary>
    /// <param name="createLocation">Makes a fresh, empty place for data, which connects twice, with a host's connection to it if
    /// <paramref name="hasIntake"/>; called once per case.</param>
    /// <param name="hasIntake">Whether it takes facts from hosts' own transactions.</param>
    public static IReadOnlyList<ContractCase> SharedCases(Func<TouchpointStoreContractLocation> createLocation, bool hasIntake)
    {
        ArgumentNullException.ThrowIfNull(createLocation);
        IEnumerable<(string Name, Func<TouchpointStoreContractSubject, TouchpointStoreContractSubject, Task> Check)> promises = hasIntake
            ? TouchpointStoreContractShared.Promises.Concat(TouchpointStoreContractShared.OfIntake)
            : TouchpointStoreContractShared.Promises;
        return [.. promises.Select(promise => new ContractCase(promise.Name, () => RunSharedAsync(createLocation, promise.Check)))];
    }

    private static async Task RunSharedAsync(
        Func<TouchpointStoreContractLocation> createLocation,
        Func<TouchpointStoreContractSubject, TouchpointStoreContractSubject, Task> check
    )
    {
        TouchpointStoreContractLocation location = createLocation();
        await using (location.ConfigureAwait(false))
        {
            TouchpointStoreContractSubject one = await TouchpointStoreContractSubject.OpenAsync(location).ConfigureAwait(false);
            await using (one.ConfigureAwait(false))
            {
                TouchpointStoreContractSubject two = await TouchpointStoreContractSubject.OpenAsync(location).ConfigureAwait(false);
                await using (two.ConfigureAwait(false))
                {
                    await check(one, two).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task RunAsync(
        Func<TouchpointStoreContractLocation> createLocation,
        Func<TouchpointStoreContractSubject, Task> check
    )
    {
        TouchpointStoreContractLocation location = createLocation();
        await using (location.ConfigureAwait(false))
        {
            TouchpointStoreContractSubject subject = await TouchpointStoreContractSubject.OpenAsync(location).ConfigureAwait(false);
            await using (subject.ConfigureAwait(false))
            {
                await check(subject).ConfigureAwait(false);
            }
        }
    }
}
