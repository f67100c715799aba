using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>What the start writes to the log of hashed addresses: ids of keys, never keys.</summary>
internal static partial class AddressLog
{
    [LoggerMessage(
        1450,
        LogLevel.Warning,
        "Addresses that must not be written to were hashed under the key {KeyId}, which this host does not have: it writes to them all the "
            + "same. Give it that key as Suppression:Key or Suppression:FormerKey"
    )]
    public static partial void KeyIsMissing(ILogger logger, string keyId);
}
