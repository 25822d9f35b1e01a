package askme.names;

import com.microsoft.playwright.Page;

/** Keys and values of the browser's storage. */
final class NamesInBrowser {

    private NamesInBrowser() {}

    /** Finds the keys and values that scripts store in a browser, because the scripts of the next version read them. */
    static void find(Page page, Names names) {
        page.locator("form[data-behaviour~=draft] [name=title]").fill("Typed and not sent");
        Object key = page.waitForFunction("() => Object.keys(localStorage).find(k => k.includes(':'))")
                .jsonValue();
        storage(names, page, "localStorage", (String) key);
        page.evaluate("() => { const form = document.querySelector('form[data-behaviour~=draft]');"
                + " form.addEventListener('submit', e => e.preventDefault()); form.requestSubmit(); }");
        Object sent =
                page.waitForFunction("() => Object.keys(sessionStorage)[0]").jsonValue();
        storage(names, page, "sessionStorage", (String) sent);
        for (int i = 0; i < 2; i++) {
            page.locator("[data-behaviour~=theme-switch]").click();
            Object theme = page.evaluate("() => localStorage.getItem('theme')");
            names.add("browser storage", "localStorage theme=" + theme);
        }
        page.evaluate("() => localStorage.clear()");
    }

    private static void storage(Names names, Page page, String where, String key) {
        String json = (String) page.evaluate("key => " + where + ".getItem(key)", key);
        JsonMembers.seen(json, true)
                .forEach(member ->
                        names.add("browser storage", where + " " + key.replaceAll("\\d+", "{member}") + " " + member));
    }
}
