using Microsoft.Playwright;

namespace OnlineAcademy.Tests.Pages;

/// <summary>What a page must be for everybody: readable, named, ordered, and no wider than the window.</summary>
internal static class PageAudit
{
    private const string Script = """
        () => {
          const found = [];
          const say = (what, element) => found.push(`${what}: <${element.tagName.toLowerCase()}> ${(element.textContent || element.name || '').trim().slice(0, 40)}`);
          const isShown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
          const all = [...document.querySelectorAll('body *')];

          // Contrast, as WCAG 2.2 reckons it: 4.5, or 3 for large text.
          const parse = colour => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, under) => ({
            r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
          const behind = element => {
            const layers = [];
            for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
            return layers.reverse().reduce((under, layer) => over(layer, under), { r: 255, g: 255, b: 255, a: 1 });
          };
          const channel = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
          const light = colour => .2126 * channel(colour.r) + .7152 * channel(colour.g) + .0722 * channel(colour.b);
          const judge = (element, style, text) => {
            const ground = behind(element), ink = over(parse(style.color), ground);
            const [bright, dark] = [light(ink), light(ground)].sort((a, b) => b - a);
            const ratio = (bright + .05) / (dark + .05), size = parseFloat(style.fontSize);
            const wanted = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
            if (ratio < wanted) say(`contrast ${ratio.toFixed(2)} of '${text.trim().slice(0, 30)}'`, element);
          };
          for (const element of all.filter(isShown)) {
            const text = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('');
            if (text.trim()) judge(element, getComputedStyle(element), text);
            if (element.placeholder) judge(element, getComputedStyle(element, '::placeholder'), element.placeholder);
            const label = getComputedStyle(element, '::before');
            if (label.content.startsWith('"')) judge(element, label, label.content);
          }

          // Names, for those who do not see.
          const named = element => element.getAttribute('aria-label') || (element.getAttribute('aria-labelledby') || '').split(' ')
            .map(id => document.getElementById(id)?.textContent ?? '').join('').trim();
          for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea, progress'))
            if (!named(field) && ![...field.labels].some(label => label.textContent.trim())) say('no label', field);
          for (const element of document.querySelectorAll('a, button'))
            if (!named(element) && !element.textContent.trim()) say('no name', element);
          for (const image of document.querySelectorAll('img:not([alt])')) say('no alternative', image);
          for (const table of document.querySelectorAll('table')) {
            if (!table.caption?.textContent.trim()) say('no caption', table);
            for (const head of table.querySelectorAll('th:not([scope])')) say('no scope', head);
          }
          for (const region of document.querySelectorAll('section, nav, [role=group], [role=search]')) if (!named(region) && !region.matches('.progress')) say('no name', region);
          for (const reference of document.querySelectorAll('[aria-labelledby], [aria-describedby]'))
            for (const id of (reference.getAttribute('aria-labelledby') ?? reference.getAttribute('aria-describedby')).split(' '))
              if (!document.getElementById(id)) say(`refers to nothing (${id})`, reference);
          const ids = all.map(element => element.id).filter(id => id);
          if (new Set(ids).size < ids.length) found.push('an id stands twice');

          // Order.
          const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(heading => +heading.tagName[1]);
          if (levels.filter(level => level === 1).length !== 1) found.push(`${levels.filter(level => level === 1).length} first headings`);
          if (levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) found.push('a level of headings is left out');
          for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) say('stands out of order', element);
          if (!document.documentElement.lang || !document.title.trim()) found.push('no language or no title');
          if (!document.querySelector('main') || document.querySelectorAll('body a')[0]?.getAttribute('href') !== '#content') found.push('no way to skip to the content');

          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth} wide in a window of ${root.clientWidth}`);
          return found;
        }
        """;

    /// <summary>Returns what is wrong with the page that is shown.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(Script);

    /// <summary>Expects nothing to be wrong at the width of a phone and at that of a desk.</summary>
    public static async Task ExpectSoundAsync(IPage page)
    {
        var size = page.ViewportSize!;
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, size.Height);
            (await FindAsync(page)).Should().BeEmpty("{0} is a page for everybody, also {1} pixels wide", page.Url, width);
        }
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
