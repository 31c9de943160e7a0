package jp.meguri.goals.sheet;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Where a sheet is found: it belongs to a unit, or to an edition of a plan, in a fiscal
 * year. As a predicate for {@code WHERE} clauses on sheets and on goals.
 *
 * @param owner the unit, or the edition
 * @param ofPlan whether it is an edition's
 */
record SheetAddress(int fiscalYear, UUID owner, boolean ofPlan) {

	static SheetAddress ofUnit(int fiscalYear, UUID unit) {
		return new SheetAddress(fiscalYear, unit, false);
	}

	static SheetAddress ofEdition(int fiscalYear, UUID edition) {
		return new SheetAddress(fiscalYear, edition, true);
	}

	/**
	 * The predicate on a table or its alias; {@link #bind} gives the values.
	 */
	String on(String table) {
		String owned = this.ofPlan ? "%1$s.edition = :addressOwner"
				: "%1$s.owner_unit = :addressOwner and %1$s.edition is null";
		return ("(%1$s.fiscal_year = :addressYear and " + owned + ")").formatted(table);
	}

	GenericExecuteSpec bind(GenericExecuteSpec statement) {
		return statement.bind("addressYear", this.fiscalYear).bind("addressOwner", this.owner);
	}

}
