-- Papers printed because somebody above asked for them: the burden report counts these.

create table inspection_print (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year int not null,
  printed_on date not null,
  -- who asked, in words, and by which paper or call
  asked_by text not null check (asked_by <> ''),
  asked_on date,
  purpose text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index inspection_print_path on inspection_print (tenant_id, org_path, printed_on);
create index inspection_print_org on inspection_print (tenant_id, org_id, printed_on);
select make_fact('inspection_print');
select apply_policy('inspection_print', 'subtree');
