package jp.meguri.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.events.Topics;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.events.wire.WireEvent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.PlatformExtension;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class EventConsumersIT {

	private final UUID thing = Ids.next();

	@Autowired
	private EffectHandler handler;

	@Autowired
	private DeadLetters deadLetters;

	private EventPublisherForTests kafka;

	@BeforeEach
	void connect() {
		this.handler.curesPoison = false;
		this.kafka = new EventPublisherForTests();
	}

	@AfterEach
	void disconnect() {
		this.kafka.close();
	}

	@Test
	void effect_happensOnce_howeverOftenAnEventIsDelivered() {
		for (int i = 0; i < 10; i++) {
			publish(1);
		}
		publish(2);
		publish(1);
		publish(3);
		OutboxIT.arrives(this.thing, 1, 2, 3);
	}

	@Test
	void effects_stay_whenTheWholeTopicIsReplayed() {
		publish(1);
		publish(2);
		OutboxIT.arrives(this.thing, 1, 2);
		long effects = Rows.longs("select count(*) from effect").get(0);
		for (WireEvent event : this.kafka.received(Topics.CATALOG)) {
			this.kafka.publish(Topics.CATALOG, event.key(), event.headers(),
					event.json().getBytes(StandardCharsets.UTF_8));
		}
		UUID last = Ids.next();
		this.kafka.publish(Events.event(last, 1), Topics.CATALOG);
		OutboxIT.arrives(last, 1);
		publish(3);
		OutboxIT.arrives(this.thing, 1, 2, 3);
		within()
			.untilAsserted(() -> assertThat(Rows.longs("select count(*) from effect").get(0)).isEqualTo(effects + 2));
	}

	@Test
	void olderVersion_isIgnored() {
		publish(3);
		publish(2);
		publish(4);
		OutboxIT.arrives(this.thing, 3, 4);
	}

	@Test
	void poison_isParked_andALaterEventSupersedesIt() {
		publish(1);
		this.kafka.publish(Events.poison(this.thing, 2), Topics.CATALOG);
		within().until(() -> Rows.parkedOpen(this.thing) == 1);
		assertThat(Rows.effects(this.thing)).containsExactly(1L);
		WireEvent dead = deadLetter();
		assertThat(dead.headers()).containsEntry("meguri_group", "sample-service")
			.containsEntry("meguri_consumer", "effects")
			.containsEntry("ce_aggregateversion", "2")
			.containsKeys("meguri_reason", "meguri_origin");
		publish(3);
		OutboxIT.arrives(this.thing, 1, 3);
		assertThat(Rows.parkedOpen(this.thing)).isZero();
	}

	@Test
	void replay_takesADeadLetterOnce() {
		this.kafka.publish(Events.poison(this.thing, 1), Topics.CATALOG);
		within().until(() -> Rows.parkedOpen(this.thing) == 1);
		UUID id = this.deadLetters.list()
			.block()
			.stream()
			.filter((letter) -> this.thing.equals(letter.aggregateId()))
			.findFirst()
			.orElseThrow()
			.id();
		this.handler.curesPoison = true;
		assertThat(this.deadLetters.replay(id).block()).isEqualTo("replayed");
		assertThat(this.deadLetters.replay(id).block()).isNull();
		assertThat(Rows.effects(this.thing)).containsExactly(1L);
	}

	@Test
	void brokenRecords_areParked_andOthersGoOn() {
		WireEvent wire = new EventSerde().encode(Events.event(this.thing, 1));
		Map<String, String> unknown = new HashMap<>(wire.headers());
		unknown.put("ce_type", "jp.meguri.catalog.CatalogEvent.Unheard");
		byte[] unheard = "{\"what\":\"Unheard\"}".getBytes(StandardCharsets.UTF_8);
		List<Long> before = Rows.longs("select count(*) from inbox_parked");
		this.kafka.publish(Topics.CATALOG, null, Map.of(), null);
		this.kafka.publish(Topics.CATALOG, "k", Map.of("ce_type", "\0"), new byte[] { 0, (byte) 0xff });
		this.kafka.publish(Topics.CATALOG, wire.key(), wire.headers(), "{\"what".getBytes(StandardCharsets.UTF_8));
		this.kafka.publish(Topics.CATALOG, wire.key(), unknown, unheard);
		within().untilAsserted(
				() -> assertThat(Rows.longs("select count(*) from inbox_parked").get(0)).isEqualTo(before.get(0) + 4));
		publish(1);
		OutboxIT.arrives(this.thing, 1);
	}

	@Test
	void transientFailure_isTriedAgain_withoutEnd() {
		this.handler.transientFailures.set(6);
		publish(1);
		publish(2);
		OutboxIT.arrives(this.thing, 1, 2);
		assertThat(Rows.parkedOpen(this.thing)).isZero();
	}

	@Test
	void events_arriveOnce_whenPostgresWasKilledMeanwhile(EmbeddedPlatform platform) {
		publish(1);
		OutboxIT.arrives(this.thing, 1);
		platform.postgres().kill();
		publish(2);
		publish(3);
		platform.postgres().start();
		OutboxIT.arrives(this.thing, 1, 2, 3);
		assertThat(Rows.parkedOpen(this.thing)).isZero();
	}

	private void publish(long version) {
		this.kafka.publish(Events.event(this.thing, version), Topics.CATALOG);
	}

	private WireEvent deadLetter() {
		within().until(() -> this.kafka.received(Topics.CATALOG + Topics.DEAD_LETTER_SUFFIX)
			.stream()
			.anyMatch((event) -> event.key().equals(this.thing.toString())));
		return this.kafka.received(Topics.CATALOG + Topics.DEAD_LETTER_SUFFIX)
			.stream()
			.filter((event) -> event.key().equals(this.thing.toString()))
			.findFirst()
			.orElseThrow();
	}

	private static ConditionFactory within() {
		return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
	}

}
