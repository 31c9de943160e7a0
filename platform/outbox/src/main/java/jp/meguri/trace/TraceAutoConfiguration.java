package jp.meguri.trace;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Traces as Spring Boot has set them up ({@code management.tracing.*}).
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration" })
public class TraceAutoConfiguration {

	@Bean
	Traces traces(ObjectProvider<ObservationRegistry> observations, ObjectProvider<Propagator> propagator) {
		return new Traces(observations.getIfAvailable(() -> ObservationRegistry.NOOP),
				propagator.getIfAvailable(() -> Propagator.NOOP));
	}

}
