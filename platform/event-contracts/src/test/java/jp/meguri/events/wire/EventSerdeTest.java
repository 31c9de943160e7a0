package jp.meguri.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.goals.GoalEvent;
import org.junit.jupiter.api.Test;

class EventSerdeTest {

	private static final UUID CITY = UUID.fromString("018f0000-0000-7000-8000-000000000001");

	private final EventSerde serde = new EventSerde();

	private final EventEnvelope<CatalogEvent> event = EventEnvelope.of(CITY, "municipality", CITY, 3, CITY,
			Instant.parse("2026-10-01T00:00:00Z"), CycleMode.LIVE, new EventActor(CITY, "山田 薫"), "c-1",
			new CatalogEvent.MunicipalityChanged(CITY, "nagisa", "なぎさ市", false, List.of()));

	@Test
	void decode_returnsWhatWasEncoded() {
		WireEvent wire = this.serde.encode(this.event);
		assertThat(this.serde.decode(wire, CatalogEvent.class)).isEqualTo(this.event);
	}

	@Test
	void encode_namesServiceFamilyAndEvent() {
		WireEvent wire = this.serde.encode(this.event);
		assertThat(wire.headers()).containsEntry("ce_type", "jp.meguri.catalog.CatalogEvent.MunicipalityChanged");
		assertThat(this.serde.typeOf(wire).isOf(CatalogEvent.class)).isTrue();
		assertThat(this.serde.typeOf(wire).isOf(GoalEvent.class)).isFalse();
	}

	@Test
	void encode_keepsHeadersAscii() {
		assertThat(this.serde.encode(this.event).headers().values()).allMatch((value) -> value.matches("\\p{ASCII}*"));
	}

	@Test
	void decode_ignoresUnknownFields() {
		WireEvent wire = this.serde.encode(this.event);
		WireEvent newer = new WireEvent(wire.headers(), wire.key(), wire.json().replaceFirst("\\{", "{\"later\":1,"));
		assertThat(this.serde.decode(newer, CatalogEvent.class)).isEqualTo(this.event);
	}

	@Test
	void decode_refusesBrokenJsonAndMissingHeaders() {
		WireEvent wire = this.serde.encode(this.event);
		Map<String, String> without = new HashMap<>(wire.headers());
		without.remove("ce_subject");
		for (WireEvent broken : List.of(new WireEvent(wire.headers(), wire.key(), wire.json().substring(9)),
				new WireEvent(wire.headers(), wire.key(), ""), new WireEvent(wire.headers(), wire.key(), "null"),
				new WireEvent(without, wire.key(), wire.json()))) {
			assertThatExceptionOfType(UndecodableEventException.class)
				.isThrownBy(() -> this.serde.decode(broken, CatalogEvent.class));
		}
	}

}
