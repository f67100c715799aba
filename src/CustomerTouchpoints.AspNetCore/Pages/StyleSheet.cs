using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints.Messages;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>The pages' style sheet, in the brand's colours. No page has a style of its own, so the policy allows none.</summary>
internal sealed class StyleSheet
{
    private const string Rules = """
        *,*::before,*::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,
        "Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        header{background:var(--head);color:var(--on-head);border-bottom:3px solid var(--brand)}
        header>*,main,footer{display:block;max-width:40rem;margin:0 auto;padding-left:1rem;padding-right:1rem}
        header a,header span{color:inherit;font-size:1.125rem;font-weight:700;text-decoration:none;padding-top:.875rem;
        padding-bottom:.875rem}
        header img{display:block;width:10rem;max-width:100%;height:auto}
        main{padding-top:1.5rem;padding-bottom:2rem}
        h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
        h2{font-size:1.125rem;line-height:1.3;margin:0 0 .5rem}
        p{margin:0 0 .75rem}
        a{color:var(--link)}
        a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .lead{font-size:1.125rem}
        .quiet{color:var(--quiet)}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.125rem;margin:0 0 1rem}
        .card>:last-child{margin-bottom:0}
        .note{border-inline-start:4px solid var(--link)}
        .steps{list-style:none;margin:0 0 1rem;padding:0}
        .steps li{position:relative;padding:0 0 1.125rem 2.25rem}
        .steps li::before{content:"";position:absolute;left:.25rem;top:.3rem;width:.875rem;height:.875rem;border-radius:50%;
        border:2px solid var(--quiet);background:var(--ground)}
        .steps li::after{content:"";position:absolute;left:.6875rem;top:1.3rem;bottom:-.2rem;width:2px;background:var(--line)}
        .steps li:last-child::after{display:none}
        .steps .reached::before,.steps .current::before{background:var(--link);border-color:var(--link)}
        .steps .reached::after{background:var(--link)}
        .steps .current{font-weight:700}
        .steps .ahead{color:var(--quiet)}
        .steps span{display:block;font-weight:400;font-size:.875rem;color:var(--quiet)}
        .steps .unseen,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        form{margin:0}
        .buttons{display:flex;flex-wrap:wrap;gap:.75rem}
        button{appearance:none;font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:.5rem;cursor:pointer;
        border:2px solid var(--link);background:transparent;color:var(--link)}
        button.main{background:var(--brand);color:var(--on-brand)}
        fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
        legend{font-size:1.125rem;font-weight:600;padding:0;margin:0 0 .75rem}
        .scale{display:grid;grid-template-columns:repeat(auto-fill,minmax(2.75rem,1fr));gap:.5rem}
        .scale.two{grid-template-columns:1fr 1fr}
        .scale.five{grid-template-columns:repeat(5,1fr)}
        .scale label{position:relative;display:block;font-weight:600}
        .scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
        .scale span{display:flex;flex-direction:column;align-items:center;justify-content:center;min-height:2.75rem;padding:.375rem .25rem;
        border:2px solid var(--quiet);border-radius:.5rem;text-align:center}
        .scale i{font-style:normal;line-height:1}
        .scale input:checked+span{background:var(--brand);border-color:var(--link);color:var(--on-brand)}
        .scale input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
        .ends{display:flex;justify-content:space-between;gap:1rem;font-size:.875rem;margin:.375rem 0 0}
        .ends span:last-child{text-align:end}
        .field label{display:block;margin:0 0 .25rem}
        textarea{display:block;width:100%;font:inherit;color:inherit;background:var(--ground);border:2px solid var(--quiet);
        border-radius:.5rem;padding:.5rem .625rem;resize:vertical}
        textarea:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        summary{font-weight:600;cursor:pointer;margin:0 0 .5rem}
        dl{margin:0}
        dt{color:var(--quiet);font-size:.875rem}
        dd{margin:0 0 .5rem}
        .history{list-style:none;margin:0;padding:0}
        .history li{padding:.5rem 0;border-top:1px solid var(--line)}
        .history li:first-child{border-top:0;padding-top:0}
        .history span{display:block;font-size:.875rem}
        footer{padding-top:.5rem;padding-bottom:2rem;font-size:.8125rem;color:var(--quiet)}
        @media (max-width:30rem){.buttons>*,button{width:100%}}
        @media print{header{border-bottom-color:#000}button{display:none}}
        """;

    private StyleSheet(string text)
    {
        Text = text;
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    public string Text { get; }

    /// <summary>Changes with the text, so that browsers may keep it.</summary>
    public string Version { get; }

    public static StyleSheet Of(BrandVoice brand) =>
        new(
            $$$"""
            :root{color-scheme:light dark;--ground:#f6f7f8;--paper:#ffffff;--ink:#1c1e21;--quiet:#5c626b;--line:#d9dce1;
            --brand:{{{brand.Color}}};--on-brand:{{{brand.OnColor}}};--link:{{{brand.LinkColor}}};
            --head:{{{(brand.HasWhiteHeader ? "#ffffff" : brand.Color)}}};--on-head:{{{(
                brand.HasWhiteHeader ? "#1c1e21" : brand.OnColor
            )}}}}
            @media (prefers-color-scheme:dark){:root{--ground:#17181b;--paper:#1f2126;--ink:#eceef0;--quiet:#a9afb8;--line:#3a3e45;
            --link:{{{brand.DarkLinkColor}}}}}

            """
                + Rules
        );
}
