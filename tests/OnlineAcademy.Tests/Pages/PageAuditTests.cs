namespace OnlineAcademy.Tests.Pages;

/// <summary>The audit of the pages finds what is wrong, on a page on which everything is.</summary>
public sealed class PageAuditTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private static readonly (string Fault, string Finding)[] Faults =
    [
        ("<p style='color:#888'>pale</p>", "contrast 3.27 of 'pale'"),
        ("<p style='color:#fff;background:rgb(0 0 0 / 30%)'>pale on a veil</p>", "contrast 2.27 of 'pale on a veil'"),
        ("<label>Search <input placeholder='pale' class='pale'></label><style>.pale::placeholder{color:#aaa}</style>", "contrast 2.32 of 'pale'"),
        ("<input name='field'>", "no label: <input> field"),
        ("<button></button>", "no name: <button>"),
        ("<img src='/academy.svg'>", "no alternative: <img>"),
        ("<table><tr><th>Name</th></tr></table>", "no caption: <table> Name"),
        ("<table><caption>A</caption><tr><th>Name</th></tr></table>", "no scope: <th> Name"),
        ("<input aria-label='A' aria-describedby='nothing'>", "refers to nothing (nothing)"),
        ("<p id='content'></p>", "an id stands twice"),
        ("<h1>Second</h1>", "2 first headings"),
        ("<h3>Third</h3>", "a level of headings is left out"),
        ("<a href='/' tabindex='1'>First</a>", "stands out of order"),
        ("<div style='width:3000px'>Wide</div>", "wide in a window of"),
    ];

    [Fact]
    public async Task Every_fault_of_a_page_is_found()
    {
        await using var academy = await AcademyServer.StartAsync(workspace["audit.db"]);
        var page = await browser.OpenAsync(academy.Address, bypassPolicy: true);
        foreach (var (fault, finding) in Faults)
        {
            (await PageAudit.FindAsync(page)).Should().BeEmpty();

            await page.EvaluateAsync("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", fault);

            (await PageAudit.FindAsync(page)).Should().Contain(one => one.Contains(finding, StringComparison.Ordinal), "the page has {0}", fault);
            await page.ReloadAsync();
        }
    }
}
