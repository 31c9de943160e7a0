package jp.meguri.gateway.login;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * How the gateway talks to providers: shortly. A renewal holds a row lock meanwhile, and
 * whoever waits for the row gives up after three seconds.
 */
@Component
public final class ProviderClient {

	private static final Duration ANSWER = Duration.ofMillis(2500);

	private final WebClient http;

	ProviderClient() {
		var client = HttpClient.create()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
			.responseTimeout(ANSWER)
			.followRedirect(false);
		this.http = WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
	}

	public WebClient http() {
		return this.http;
	}

}
