namespace CustomerTouchpoints.Email.Smtp;

/// <summary>There is no connection that would take a message: no message is the cause.</summary>
/// <param name="certificateFault">What is wrong with the server's certificate; null when it is not that.</param>
/// <param name="cause">What happened.</param>
internal sealed class ConnectFailedException(string? certificateFault, Exception cause) : Exception("There is no connection.", cause)
{
    /// <summary>What is wrong with the server's certificate.</summary>
    public string? CertificateFault { get; } = certificateFault;
}
