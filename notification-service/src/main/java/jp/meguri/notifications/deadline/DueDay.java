package jp.meguri.notifications.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.meguri.notifications.work.WorkKind;

/**
 * A deadline as people see it: a day, which is still in time.
 */
public record DueDay(UUID unit, int fiscalYear, WorkKind kind, String round, Instant opensAt, LocalDate on) {
}
