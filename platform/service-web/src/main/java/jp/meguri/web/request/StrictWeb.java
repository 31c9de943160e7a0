package jp.meguri.web.request;

import java.util.UUID;
import jp.meguri.web.json.StrictJson;
import jp.meguri.web.json.StrictValues;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Strict JSON, strict ids and numbers in addresses, and our own handler arguments.
 */
public final class StrictWeb implements WebFluxConfigurer {

	private final StrictJson json;

	public StrictWeb(StrictJson json) {
		this.json = json;
	}

	@Override
	public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
		configurer.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(this.json.mapper()));
		configurer.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(this.json.mapper()));
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		configurer.addCustomResolver(new ActorArgument(), new RevisionArgument(), new IdempotencyKeyArgument());
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(String.class, UUID.class, StrictValues::uuid);
		registry.addConverter(String.class, Integer.class, StrictValues::integer);
	}

}
