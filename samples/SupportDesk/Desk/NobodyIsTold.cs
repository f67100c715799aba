using CustomerTouchpoints;

namespace SupportDesk.Desk;

/// <summary>A directory without customers: the log is history, and nobody hears of it again.</summary>
internal sealed class NobodyIsTold : ICustomerDirectory
{
    public Task<IReadOnlyCollection<Customer>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Customer>>([]);
}
