package jp.meguri.workbook;

import java.util.UUID;

/**
 * What a workbook of ours says about itself on its cover.
 *
 * @param sheet the goal sheet it was written from; the owner while that had no goals
 * @param owner the unit, or the edition of a plan, whose goal sheet it is
 * @param fiscalYear the sheet's year
 * @param name the owner as printed
 */
public record WorkbookCover(UUID sheet, UUID owner, int fiscalYear, String name) {
}
