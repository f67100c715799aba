namespace SupportDesk.Reading;

/// <summary>A file that can't be used: the message says which, where, what is there, and what to write instead.</summary>
internal sealed class InputException(string message) : Exception(message);
