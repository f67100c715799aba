using CustomerTouchpoints;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Operations;

namespace ShopWeb.Demo;

/// <summary>The faces of the library that the month uses.</summary>
internal sealed record DemoShop(
    ICustomerTouchpoints Touchpoints,
    IInquiries Inquiries,
    ICustomerWishes Wishes,
    ITouchpointSwitches Switches,
    TimeProvider Time
);
