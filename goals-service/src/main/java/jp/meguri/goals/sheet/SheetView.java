package jp.meguri.goals.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.CycleMode;
import jp.meguri.review.Can;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * A goal sheet as one reader sees it.
 *
 * @param id null while nobody has written anything
 * @param can whether this reader may add goals ({@code create}) and move them
 * ({@code order})
 */
record SheetView(@Nullable UUID id, int fiscalYear, UnitOfSheet unit, CycleMode mode, Period window,
		long structureRevision, List<GoalView> goals, Map<String, Can> can) implements HasRevision {

	@Override
	@JsonIgnore
	public long revision() {
		return this.structureRevision;
	}

	/**
	 * @param position 補職
	 * @param holderName 氏名 as printed, empty where unknown
	 */
	record UnitOfSheet(UUID id, String code, String name, String position, String holderName) {
	}

	/**
	 * The entry period (受付期間) as it stands for the unit, extension included.
	 *
	 * @param reason why it was closed early or extended; empty otherwise
	 * @param contact whom to ask
	 */
	record Period(WindowStatus.State status, @Nullable Instant opensAt, @Nullable Instant closesAt, String reason,
			String contact) {

		static Period of(WindowStatus window, String contact) {
			return new Period(window.state(), window.opensAt(), window.closesAt(), window.reason(), contact);
		}

	}

}
