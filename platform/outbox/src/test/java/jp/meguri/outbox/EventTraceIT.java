package jp.meguri.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.database.Ids;
import jp.meguri.events.Topics;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.PlatformExtension;
import jp.meguri.trace.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import reactor.core.publisher.Mono;

/** What a click leaves in the outbox is handled in the click's trace. */
@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class EventTraceIT {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private final UUID thing = Ids.next();

	@Autowired
	private Outbox outbox;

	@Autowired
	private CityTransaction city;

	@Autowired
	private Traces traces;

	@Autowired
	private EffectHandler handler;

	@Test
	void event_isHandledInTheTraceOfItsClick() {
		Observation click = this.traces.begin("click", "00-" + TRACE + "-b7ad6b7169203331-00", KeyValues.empty());
		Traces.within(click, this.city.in(Events.CITY, append())).block();
		click.stop();
		OutboxIT.arrives(this.thing, 1);
		try (EventPublisherForTests kafka = new EventPublisherForTests()) {
			assertThat(kafka.received(Topics.CATALOG)).filteredOn((event) -> event.key().equals(this.thing.toString()))
				.singleElement()
				.satisfies((event) -> assertThat(event.headers().get(Traces.PARENT))
					.matches("00-" + TRACE + "-[0-9a-f]{16}-00"));
		}
		assertThat(this.handler.traces.get(this.thing)).isEqualTo(TRACE + " " + TRACE);
	}

	@Test
	void eventOfNoClick_beginsATrace() {
		this.city.in(Events.CITY, append()).block();
		OutboxIT.arrives(this.thing, 1);
		assertThat(this.handler.traces.get(this.thing)).matches("([0-9a-f]{32}) \\1").doesNotContain(TRACE);
	}

	private Mono<Void> append() {
		return this.outbox.append(Events.event(this.thing, 1), Topics.CATALOG);
	}

}
