package jp.meguri.local.identity;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody meets who opens the provider's own address.
 */
@RestController
final class StartPage {

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	String show() {
		return """
				<!doctype html>
				<html lang="ja"><head><meta charset="utf-8"><title>開発用の認証</title></head>
				<body><main><h1>開発用の認証 <small lang="en">Development identity provider</small></h1>
				<p><a href="/mail">届いたメール <span lang="en">(mail the services have sent)</span></a></p>
				</main></body></html>
				""";
	}

}
