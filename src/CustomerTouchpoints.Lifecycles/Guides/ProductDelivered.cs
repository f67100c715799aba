namespace CustomerTouchpoints.Lifecycles.Guides;

/// <summary>A customer has something that they bought. One journey for each product of an order, such as <c>guide/1042-1</c>.</summary>
/// <param name="Product">The product, as its folder of guides is named: lower-case letters, digits and hyphens.</param>
/// <param name="Name">What it is called.</param>
[Event("product.delivered")]
public sealed record ProductDelivered(string Product, string Name);
