package jp.meguri.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Domain time (業務日付): the system's clock, moved ahead by an offset where a demonstration
 * asks for it. Never for tokens, sessions or timeouts.
 */
public final class BusinessClock implements InstantSource {

	/** The zone in which a city counts its days. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

	private final InstantSource system;

	private final ClockOffset offset;

	BusinessClock(InstantSource system, ClockOffset offset) {
		this.system = system;
		this.offset = offset;
	}

	/** A clock that stands still, for tests. */
	public static BusinessClock fixed(Instant instant) {
		return new BusinessClock(() -> instant, ClockOffset.NONE);
	}

	/** A clock on top of another source, for tests that move time. */
	public static BusinessClock of(InstantSource source) {
		return new BusinessClock(source, ClockOffset.NONE);
	}

	public Instant now() {
		return this.offset.addTo(ZonedDateTime.ofInstant(this.system.instant(), ZONE)).toInstant();
	}

	@Override
	public Instant instant() {
		return now();
	}

	public LocalDate today() {
		return LocalDate.ofInstant(now(), ZONE);
	}

}
