package jp.meguri.gateway.login;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * How the gateway talks to providers: shortly. A renewal holds a row lock meanwhile, and
 * whoever waits for the row gives up after three seconds. A person who has just typed a
 * password waits longer rather than typing it again.
 */
@Component
public final class ProviderClient {

	private static final Duration ANSWER = Duration.ofMillis(2500);

	private static final Duration ANSWER_TO_A_LOGIN = Duration.ofSeconds(8);

	private final WebClient http = client(ANSWER);

	private final WebClient forLogins = client(ANSWER_TO_A_LOGIN);

	public WebClient http() {
		return this.http;
	}

	/** For the one call in which a code becomes tokens: the code is good only once. */
	WebClient forLogins() {
		return this.forLogins;
	}

	private static WebClient client(Duration answer) {
		var client = HttpClient.create()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
			.responseTimeout(answer)
			.followRedirect(false);
		return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
	}

}
