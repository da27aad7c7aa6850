-- A picture that was put aside with a form may be taken away again, until its report is filed.
create policy unstage on casework.attachment for delete to lapor_web using (report_id is null and staged_for is not null);
grant delete on casework.attachment to lapor_web;
