using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests.Messages;

internal static class ConfiguredDesk
{
    public static void ConfigureMessagesForTests(this TouchpointsBuilder builder, string culture, string zone) =>
        builder.ConfigureMessages(messages =>
        {
            messages.DefaultCulture = culture;
            messages.DefaultTimeZone = zone;
        });
}
