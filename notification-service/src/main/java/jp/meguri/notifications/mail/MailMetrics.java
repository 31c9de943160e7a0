package jp.meguri.notifications.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an operator watches of the letters.
 */
@Component
class MailMetrics {

	private final MeterRegistry registry;

	private volatile @Nullable Instant oldestDue;

	MailMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("mail.oldest.due.seconds", this, MailMetrics::age).register(registry);
		// There from the start: a rate needs a first value.
		List.of("sent", "postponed", "given_up")
			.forEach((outcome) -> registry.counter("mail.attempts", "outcome", outcome));
	}

	/** What became of one attempt to send a letter. */
	void ended(String outcome) {
		this.registry.counter("mail.attempts", "outcome", outcome).increment();
	}

	/** Grows until it is looked up again, also while the database is away. */
	void oldestDue(@Nullable Instant since) {
		this.oldestDue = since;
	}

	private double age() {
		Instant since = this.oldestDue;
		return (since != null) ? Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1000.0) : 0;
	}

}
