namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Can it leave now: its channel works, and it is not one of many that were overdue together.</summary>
internal static class ObstacleQuestion
{
    public static GateAnswer.Later? Ask(TouchpointTurn turn) =>
        turn.Obstacle is { } obstacle ? new GateAnswer.Later(obstacle.Reason, obstacle.Until) : null;
}
