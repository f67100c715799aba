namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>What a mail shows of a line, without names and dates: mails that agree in it look alike.</summary>
/// <param name="Step">The step, from 1; 0 shows nothing.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Named">Whether the steps have names.</param>
/// <param name="Dated">Which of them have a date, a bit each.</param>
internal readonly record struct ProgressShape(int Step, int Steps, bool Named, int Dated);
