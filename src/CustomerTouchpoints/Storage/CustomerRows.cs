using System.Text.Json;
using CustomerTouchpoints.Customers;

namespace CustomerTouchpoints.Storage;

/// <summary>How what is remembered of customers becomes rows, and rows become it again.</summary>
internal static class CustomerRows
{
    public static CustomerRow ToRow(Customer customer) =>
        new(customer.Id, JsonSerializer.Serialize(Traits.Of(customer), RowJson.Default.Traits));

    public static Customer ToTraits(CustomerRow row) => JsonSerializer.Deserialize(row.Traits, RowJson.Default.Traits)!.ToCustomer(row.Id);
}
