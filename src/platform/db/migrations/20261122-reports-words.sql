comment on column report.submitted_at is '首次报送时间；退回后重报仍按首次计，撤回则清空 / When it was first submitted: kept when it is returned, cleared when it is withdrawn';
