package jp.meguri.local.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * What the services have mailed, to be read in a browser.
 */
@RestController
public final class MailPages {

	private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

	private static final int NEWEST = 200;

	private static final String PAGE = """
			<!doctype html>
			<html lang="ja"><head><meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title>
			<style>body { font: 1rem/1.7 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem }
			table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #999 }
			pre { white-space: pre-wrap; font: inherit }</style>
			</head><body><main><h1>%1$s</h1>
			%2$s
			</main></body></html>
			""";

	private final MailFolder folder;

	public MailPages(MailFolder folder) {
		this.folder = folder;
	}

	@GetMapping(path = "/mail", produces = HTML)
	String list() throws IOException {
		var names = this.folder.names();
		var rows = new StringBuilder();
		for (var name : names.subList(0, Math.min(NEWEST, names.size()))) {
			rows.append(row(KeptMail.read(this.folder.file(name).orElseThrow())));
		}
		var table = "<table><thead><tr><th scope=\"col\">件名</th><th scope=\"col\">宛先</th><th scope=\"col\">日時</th></tr></thead><tbody>"
				+ rows + "</tbody></table>";
		return PAGE.formatted("届いたメール", names.isEmpty() ? "<p>まだありません。<span lang=\"en\">None yet.</span></p>" : table);
	}

	@GetMapping(path = "/mail/{name}", produces = HTML)
	ResponseEntity<String> show(@PathVariable String name) throws IOException {
		var file = this.folder.file(name);
		if (file.isEmpty()) {
			return ResponseEntity.notFound().build();
		}
		var mail = KeptMail.read(file.get());
		return ResponseEntity.ok(PAGE.formatted(escape(mail.subject()), """
				<p>%s → %s<br>%s</p>
				<pre>%s</pre>
				<p><a href="/mail/%s/source">そのまま見る <span lang="en">(source)</span></a>　<a href="/mail">一覧へ</a></p>
				""".formatted(escape(mail.from()), escape(mail.to()), escape(mail.date()), escape(mail.text()),
				link(name))));
	}

	@GetMapping(path = "/mail/{name}/source", produces = "text/plain;charset=UTF-8")
	ResponseEntity<byte[]> source(@PathVariable String name) throws IOException {
		var file = this.folder.file(name);
		return file.isPresent() ? ResponseEntity.ok(Files.readAllBytes(file.get())) : ResponseEntity.notFound().build();
	}

	private static String row(KeptMail mail) {
		return "<tr><td><a href=\"/mail/%s\">%s</a></td><td>%s</td><td>%s</td></tr>\n".formatted(link(mail.file()),
				escape(mail.subject().isEmpty() ? "（件名なし）" : mail.subject()), escape(mail.to()), escape(mail.date()));
	}

	private static String link(String name) {
		return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
