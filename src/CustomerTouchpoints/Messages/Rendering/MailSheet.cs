namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>The style sheet of a mail: only what may be dropped, for narrow screens and dark mode.</summary>
internal static class MailSheet
{
    public static string Of(MailStyle style) =>
        $$"""
            <style>
            body, table, td { margin: 0; }
            @media (max-width: 480px) {
              .edge { padding: 0 !important; }
              .card { border-radius: 0 !important; }
              .pad { padding: 26px 20px 12px 20px !important; }
              .pad-x { padding-left: 20px !important; padding-right: 20px !important; }
              .step { display: block !important; width: auto !important; padding: 3px 0 !important; }
              .step .bar { display: inline-block !important; width: 10px !important; height: 10px !important;
                border-radius: 5px !important; margin-right: 8px !important; vertical-align: middle !important; }
              .step .name { display: inline !important; font-size: 15px !important; line-height: 22px !important; }
              .step .date { float: right !important; font-size: 14px !important; line-height: 26px !important; }
              .steps .gap { display: none !important; }
              .button { display: block !important; text-align: center !important; }
            }
            @media (prefers-color-scheme: dark) {
              .ground { background-color: #121316 !important; }
              .card { background-color: {{MailStyle.DarkGround}} !important; }
              .ink { color: #eceef1 !important; }
              .quiet, .quote { color: #a9afb8 !important; }
              .link { color: {{style.DarkLinkColor}} !important; }
              .tint { background-color: #2a2d34 !important; }
              .line { border-color: #3a3e46 !important; }
              .done { background-color: {{style.DarkLinkColor}} !important; }
              .rest { background-color: #3a3e46 !important; }
              th, td { border-color: #3a3e46 !important; }
            }
            </style>

            """;
}
