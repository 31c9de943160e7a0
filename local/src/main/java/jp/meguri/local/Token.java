package jp.meguri.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./meguri token USER}: an access token of the running provider, for scripts.
 */
final class Token {

	private static final int OK = 200;

	private final Home home;

	private final Screen screen;

	Token(Home home, Screen screen) {
		this.home = home;
		this.screen = screen;
	}

	void run(List<String> arguments) throws IOException, InterruptedException {
		if (arguments.size() != 1) {
			throw new Refusal("使い方: ./meguri token 利用者", "Usage: ./meguri token USER");
		}
		var run = RunFile.current(this.home)
			.orElseThrow(() -> new Refusal("Meguri が動いていません。./meguri up で起動してください。",
					"Meguri is not running. Start it with ./meguri up."));
		var token = of(arguments.get(0), run.identity(), Secrets.in(this.home.secrets()))
			.orElseThrow(() -> new Refusal("「" + arguments.get(0) + "」という利用者はいません。",
					"There is nobody called \"" + arguments.get(0) + "\"."));
		this.screen.line(token);
	}

	/** What the provider at that address gives for somebody it knows. */
	static Optional<String> of(String login, String identity, Secrets secrets)
			throws IOException, InterruptedException {
		var user = URLEncoder.encode(login, StandardCharsets.UTF_8);
		var request = HttpRequest.newBuilder(URI.create(identity + "/script-token?user=" + user))
			.header("X-Meguri-Script-Secret", secrets.password("script"))
			.timeout(Duration.ofSeconds(10))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		return (answer.statusCode() == OK) ? Optional.of(answer.body()) : Optional.empty();
	}

}
