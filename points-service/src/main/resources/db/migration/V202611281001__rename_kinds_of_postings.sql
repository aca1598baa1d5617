-- The words of the glossary for kinds of postings and columns. Blocks of formats 1 and 2 were hashed with the former words, and are
-- still hashed with them; blocks of format 3 use the present ones. So renaming a row breaks no seal.

alter table posting
    drop constraint posting_moves_as_its_kind,
    disable trigger posting_is_immutable;
update posting
set kind = case kind
        when 'TAKEN_BACK' then 'CLAWED_BACK'
        when 'PENDING_TAKEN_BACK' then 'PENDING_CLAWED_BACK'
        else 'REINSTATED'
    end
where kind in ('TAKEN_BACK', 'PENDING_TAKEN_BACK', 'REOPENED');
alter table posting
    enable trigger posting_is_immutable,
    add constraint posting_moves_as_its_kind check (
        (kind, from_account, to_account) in (
            ('EARNED', 'ISSUED', 'AVAILABLE'),
            ('EARNED_PENDING', 'ISSUED', 'PENDING'),
            ('CONFIRMED', 'PENDING', 'AVAILABLE'),
            ('REDEEMED', 'AVAILABLE', 'REDEEMED'),
            ('HELD', 'AVAILABLE', 'HELD'),
            ('HOLD_POSTED', 'HELD', 'REDEEMED'),
            ('RELEASED', 'HELD', 'AVAILABLE'),
            ('RETURNED', 'REDEEMED', 'AVAILABLE'),
            ('CLAWED_BACK', 'AVAILABLE', 'ISSUED'),
            ('PENDING_CLAWED_BACK', 'PENDING', 'ISSUED'),
            ('EXPIRED', 'AVAILABLE', 'EXPIRED'),
            ('REINSTATED', 'EXPIRED', 'AVAILABLE'),
            ('GRANTED', 'ISSUED', 'AVAILABLE'),
            ('DEDUCTED', 'AVAILABLE', 'ISSUED')));

alter table sealed_block
    drop constraint sealed_block_format_check,
    add constraint sealed_block_format_known check (format in (1, 2, 3));

-- Units that refunds clawed back for the lot, out of it or, where they were spent, out of other lots.
alter table lot rename column taken_back to clawed_back;
alter table lot rename constraint lot_not_taken_back_twice to lot_not_clawed_back_twice;

-- The units that an actor moved alone in a day.
alter table actor_day rename column moved to amount;
