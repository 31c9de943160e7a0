package jp.meguri.time;

import java.time.ZonedDateTime;

/**
 * How far domain time is ahead of the system's clock.
 */
@FunctionalInterface
interface ClockOffset {

	ClockOffset NONE = (time) -> time;

	ZonedDateTime addTo(ZonedDateTime time);

}
