package jp.meguri.web.request;

import jp.meguri.web.json.StrictJson;
import jp.meguri.web.json.Utf8JsonDecoder;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Strict JSON, and our own handler arguments.
 */
public final class StrictWeb implements WebFluxConfigurer {

	private final StrictJson json;

	public StrictWeb(StrictJson json) {
		this.json = json;
	}

	@Override
	public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
		configurer.defaultCodecs().jacksonJsonDecoder(new Utf8JsonDecoder(this.json));
		configurer.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(this.json.mapper()));
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		configurer.addCustomResolver(new ActorArgument(), new RevisionArgument(), new IdempotencyKeyArgument());
	}

}
